import path from 'node:path'
import { app, dialog } from 'electron'
import { shellText } from '../text/shell.ts'

const filters = [{ name: shellText.rescueFiles, extensions: ['pupitre'] }]
const agendaFilters = [{ name: shellText.agendaFiles, extensions: ['ics'] }]

/**
 * Asks where to write a file: a USB stick, a folder to mail it from. Null when the person gives up.
 * @param name proposed; its extension tells a rescue file from an agenda
 */
export async function chooseWhere(name: string): Promise<string | null> {
  const isAgenda = path.extname(name) === '.ics'
  const { filePath } = await dialog.showSaveDialog({
    title: isAgenda ? shellText.writeAgenda : shellText.writeRescue,
    defaultPath: path.join(app.getPath('documents'), name),
    filters: isAgenda ? agendaFilters : filters,
  })
  return filePath || null
}

/** Asks which file HQ has answered with. Null when the person gives up. */
export async function chooseFile(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({ title: shellText.readRescue, properties: ['openFile'], filters })
  return filePaths[0] ?? null
}
