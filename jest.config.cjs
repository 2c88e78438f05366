'use strict'
const { availableParallelism } = require('node:os')

// Two worlds: what runs on Node, and what runs on the phone (jsdom and miniprogram-simulate).
const shared = {
  transform: { '\\.(ts|cjs)$': '<rootDir>/test/support/esbuild-transform.cjs' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json'],
  // Clients of others run in processes of their own; nothing here imports them.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/clients/node_modules/'],
}

module.exports = {
  testTimeout: 20_000,
  // Many suites wait for a browser or another process: on two cores one worker would leave half idle.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A worker that has grown is replaced; each suite starts an esbuild of its own.
  workerIdleMemoryLimit: '2GB',
  reporters: ['default', '<rootDir>/test/support/closing-line.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/miniprogram/'],
      setupFiles: ['<rootDir>/test/support/node-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/async-storage.ts'],
    },
    {
      ...shared,
      displayName: 'phone',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/miniprogram/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/phone-setup.ts'],
    },
  ],
}
