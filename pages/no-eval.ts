import { config } from 'zod'

// Before any shape is built: zod would try `new Function`, which the content security policy reports even though it is caught.
config({ jitless: true })
