import { useQuery } from '@tanstack/react-query'
import {
  DevicesAnswer,
  DuplicatesAnswer,
  MailsAnswer,
  MessagesAnswer,
  StaffMeAnswer,
} from '../../contract/staff-pages.ts'
import { read } from '../queries.ts'

/** Under one key, so that whatever is done makes all of it be read again. */
export const STAFF_KEY = 'siege'

const FRESH = 10_000

/** Who is signed in; `not-signed-in` is an answer like another here. */
export function useStaffMe() {
  return useQuery({ queryKey: [STAFF_KEY, 'me'], queryFn: () => read('siege/me', StaffMeAnswer), staleTime: FRESH })
}

export function useDuplicates() {
  return useQuery({
    queryKey: [STAFF_KEY, 'duplicates'],
    queryFn: () => read('siege/duplicates', DuplicatesAnswer),
    staleTime: FRESH,
  })
}

export function useDevices() {
  return useQuery({
    queryKey: [STAFF_KEY, 'devices'],
    queryFn: () => read('siege/devices', DevicesAnswer),
    staleTime: FRESH,
  })
}

export function useMails() {
  return useQuery({ queryKey: [STAFF_KEY, 'mails'], queryFn: () => read('siege/mails', MailsAnswer), staleTime: FRESH })
}

export function useMessages() {
  return useQuery({
    queryKey: [STAFF_KEY, 'messages'],
    queryFn: () => read('siege/messages', MessagesAnswer),
    staleTime: FRESH,
  })
}
