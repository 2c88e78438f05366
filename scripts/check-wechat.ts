// npm run check:wechat: compiles the mini program with WeChat's own compiler, miniprogram-ci, which npx
// installs outside of this tree (276 MB, the first time alone). It says that the source compiles, and how
// large the package is; whether WeChat would accept it, only an upload says.
import { CompilerAway, compileMiniProgram, compilerPackage } from './check-wechat/compile'
import { bytesOf, ownLimitBytes, wechatLimitBytes } from './check-wechat/inspect'
import { inRoot } from './paths'

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

const run = async (): Promise<void> => {
  console.log(
    `${compilerPackage}：第一次会安装，要几分钟。 The first time it is installed, which takes minutes.`,
  )
  const { contents, complaints } = await compileMiniProgram(inRoot())
  for (const { file, line, column, text } of complaints) {
    const place = [`miniprogram/${file}`, line, column].filter((part) => part !== undefined)
    console.log(`✗ ${place.join(':')}  ${text}`)
  }
  if (complaints.length > 0) {
    process.exitCode = 1
    return
  }
  const size = kilobytes(bytesOf(contents))
  console.log(`✓ 用微信的编译器编译通过。 It compiles with WeChat’s compiler.
  ${contents.size} 个文件 files, ${size}; 上限 limits ${kilobytes(ownLimitBytes)} (ours), ${kilobytes(wechatLimitBytes)} (WeChat)
  脚本全部是 ES5。 All scripts are ES5. 类型错误由 npm run check 检查。 Types are npm run check’s to judge.`)
}

run().catch((error: Error) => {
  console.error(
    error instanceof CompilerAway
      ? `没有编译：npx 装不上或运行不了 ${compilerPackage}，需要能访问 npm。\nNothing was compiled: npx could not install or run it; it needs the npm registry.\n${error.message}`
      : error.message,
  )
  process.exitCode = 1
})
