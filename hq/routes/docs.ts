import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { commandNames } from '../../domain/commands.ts'
import { entityNames } from '../../domain/entities.ts'
import { Command } from '../../domain/shapes/command.ts'
import { commandArgs } from '../../domain/shapes/command-args.ts'
import { entityShapes } from '../../domain/shapes/entities.ts'
import { docsPage } from './docs-page.ts'
import type { HqApp } from './hq-app.ts'

/** The contract, generated from the shapes that both sides check with: `/docs` to read, `/docs/openapi.json` for machines. */
export async function docs(app: HqApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Pupitre HQ', description: 'The contract between a centre’s PCs and HQ.', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas: namedShapes() },
    },
    transform: jsonSchemaTransform,
  })
  app.get('/docs/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get('/docs', { schema: { hide: true } }, (_request, reply) => {
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    return reply.type('text/html; charset=utf-8').send(docsPage(app.swagger()))
  })
}

/** What crosses the wall inside other shapes: rows, commands and their arguments. */
function namedShapes() {
  const shapes = {
    Command,
    ...Object.fromEntries(commandNames.map((name) => [`args.${name}`, commandArgs[name]])),
    ...Object.fromEntries(entityNames.map((name) => [`row.${name}`, entityShapes[name]])),
  }
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const { $schema: _, ...described } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
      // A shape that holds itself is told apart under `$defs`, which swagger moves to a place of its own without its references.
      const text = JSON.stringify(described).replaceAll('"#/$defs/', `"#/components/schemas/${name}-`)
      return [name, JSON.parse(text) as object]
    }),
  )
}
