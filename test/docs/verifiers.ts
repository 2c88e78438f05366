// The verifiers of docs/backends.md, each run as it stands there by the toolchain of its language. On Debian:
// openjdk-17-jdk-headless libjackson2-databind-java golang-go python3-cryptography
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'

/** A token at a time, for a back-end. */
export interface Case {
  token: string
  /** Epoch ms. */
  now: number
}

export interface Question {
  keys: readonly object[]
  audience: string
  corpId: string
  cases: readonly Case[]
}

export interface Verifier {
  language: string
  /** Whether this machine can run it. */
  isHere: boolean
  /** The user id for each case, or null. What the page does not say that it throws ends the program. */
  judge(question: Question): (string | null)[]
}

const page = readFileSync(inRoot('docs', 'backends.md'), 'utf8')
const onPage = (language: string): string => {
  const [, code] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page) ?? []
  if (code === undefined) throw new Error(`no ${language} on the page`)
  return code
}

const runs = (program: string, ...parameters: string[]) =>
  spawnSync(program, parameters, { stdio: 'ignore' }).status === 0

/** Puts files into a folder of their own, and asks the program that `run` makes of them. */
const inFolder = (
  files: Readonly<Record<string, string>>,
  question: Question,
  run: (folder: string, input: string) => string,
): (string | null)[] => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-verifier-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    return JSON.parse(run(folder, JSON.stringify(question))) as (string | null)[]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const node: Verifier = {
  language: 'Node',
  isHere: true,
  judge: (question) =>
    inFolder({ 'judge.mjs': `${onPage('js')}\n${judgeInNode}` }, question, (folder, input) =>
      execFileSync(process.execPath, [path.join(folder, 'judge.mjs')], { input, encoding: 'utf8' }),
    ),
}

const judgeInNode = `
const { cases, ...rest } = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'))
const judge = (one) => { try { return employeeOf(one.token, { ...rest, now: one.now }) } catch { return null } }
console.log(JSON.stringify(cases.map(judge)))
`

const jars = ['databind', 'core', 'annotations'].map(
  (name) => `/usr/share/java/jackson-${name}.jar`,
)

const java: Verifier = {
  language: 'Java',
  isHere: runs('javac', '-version') && jars.every(existsSync),
  judge: (question) =>
    inFolder(
      { 'BadgeToken.java': onPage('java'), 'Judge.java': judgeInJava },
      question,
      (folder, input) => {
        const classes = [folder, ...jars].join(':')
        execFileSync('javac', ['-cp', classes, '-d', folder, path.join(folder, 'Judge.java')])
        return execFileSync('java', ['-cp', classes, 'Judge'], { input, encoding: 'utf8' })
      },
    ),
}

const judgeInJava = `
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.security.GeneralSecurityException;
import java.time.Instant;

class Judge {
    public static void main(String[] parameters) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode asked = json.readTree(System.in);
        ArrayNode verdicts = json.createArrayNode();
        for (JsonNode one : asked.get("cases")) {
            Instant now = Instant.ofEpochMilli(one.get("now").asLong());
            try {
                verdicts.add(BadgeToken.employeeOf(one.get("token").textValue(), asked.get("keys"),
                        asked.get("audience").textValue(), asked.get("corpId").textValue(), now));
            } catch (GeneralSecurityException refusal) {
                verdicts.addNull();
            }
        }
        System.out.println(verdicts);
    }
}
`

const go: Verifier = {
  language: 'Go',
  isHere: runs('go', 'version'),
  judge: (question) =>
    inFolder(
      {
        'go.mod': 'module judge\n\ngo 1.18\n',
        'badge/badge.go': onPage('go'),
        'judge.go': judgeInGo,
      },
      question,
      (folder, input) =>
        execFileSync('go', ['run', '.'], {
          cwd: folder,
          input,
          encoding: 'utf8',
          env: {
            ...process.env,
            GOCACHE: path.join(os.tmpdir(), 'gongpai-go'),
            GOPROXY: 'off',
            GOTOOLCHAIN: 'local',
          },
        }),
    ),
}

const judgeInGo = `
package main

import (
	"encoding/json"
	"os"
	"time"

	"judge/badge"
)

func main() {
	var asked struct {
		Keys             []badge.Key
		Audience, CorpID string
		Cases            []struct {
			Token string
			Now   int64
		}
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	verdicts := []any{}
	for _, one := range asked.Cases {
		employee, err := badge.EmployeeOf(one.Token, asked.Keys, asked.Audience, asked.CorpID, time.UnixMilli(one.Now))
		if err != nil {
			verdicts = append(verdicts, nil)
			continue
		}
		verdicts = append(verdicts, employee)
	}
	if err := json.NewEncoder(os.Stdout).Encode(verdicts); err != nil {
		panic(err)
	}
}
`

const python: Verifier = {
  language: 'Python',
  isHere: runs('python3', '-c', 'import cryptography'),
  judge: (question) =>
    inFolder(
      { 'badge_token.py': onPage('python'), 'judge.py': judgeInPython },
      question,
      (folder, input) =>
        execFileSync('python3', ['-B', path.join(folder, 'judge.py')], { input, encoding: 'utf8' }),
    ),
}

const judgeInPython = `
import json
import sys

from badge_token import employee_of

asked = json.load(sys.stdin)


def judge(case):
    try:
        return employee_of(case["token"], asked["keys"], asked["audience"], asked["corpId"], case["now"] / 1000)
    except ValueError:
        return None


print(json.dumps([judge(case) for case in asked["cases"]]))
`

export const verifiers: readonly Verifier[] = [node, java, go, python]
