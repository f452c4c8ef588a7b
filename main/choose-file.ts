import path from 'node:path'
import { app, dialog, type FileFilter } from 'electron'
import { shellText } from '../text/shell.ts'
import type { FileKind } from './backend.ts'

type Kind = { title: string; filters: FileFilter }

const rescue: Kind = {
  title: shellText.writeRescue,
  filters: { name: shellText.rescueFiles, extensions: ['pupitre'] },
}
/** By extension; any other is a rescue file. */
const kinds: Readonly<Record<string, Kind>> = {
  '.pdf': { title: shellText.savePaper, filters: { name: shellText.pdfFiles, extensions: ['pdf'] } },
  '.ics': { title: shellText.writeAgenda, filters: { name: shellText.agendaFiles, extensions: ['ics'] } },
  '.csv': { title: shellText.writeTable, filters: { name: shellText.tableFiles, extensions: ['csv'] } },
  '.xlsx': { title: shellText.writeTable, filters: { name: shellText.workbookFiles, extensions: ['xlsx'] } },
}

/**
 * Asks where to write a file: a USB stick, a folder to mail it from. Null when the person gives up.
 * @param name proposed; its extension tells a rescue file from a paper, an agenda or a table
 */
export async function chooseWhere(name: string): Promise<string | null> {
  const { title, filters } = kinds[path.extname(name)] ?? rescue
  const { filePath } = await dialog.showSaveDialog({
    title,
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [filters],
  })
  return filePath || null
}

const reads: Readonly<Record<FileKind, Kind>> = {
  rescue: { ...rescue, title: shellText.readRescue },
  statement: {
    title: shellText.readStatement,
    filters: { name: shellText.statementFiles, extensions: ['csv', 'txt', 'tsv'] },
  },
  logo: { title: shellText.readLogo, filters: { name: shellText.logoFiles, extensions: ['png', 'jpg', 'jpeg'] } },
}

/** Asks which file HQ has answered with, the bank has written, or the centre's logo is in. Null when the person gives up. */
export async function chooseFile(kind: FileKind): Promise<string | null> {
  const { title, filters } = reads[kind]
  const { filePaths } = await dialog.showOpenDialog({ title, properties: ['openFile'], filters: [filters] })
  return filePaths[0] ?? null
}
