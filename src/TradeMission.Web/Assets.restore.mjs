// npm ci into a folder of its own, then one rename: two builds at once never see, or spoil, each other's half-filled node_modules.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = join('node_modules', '.restored');
const lock = readFileSync('package-lock.json', 'utf8');
const restored = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

if (!restored()) {
  mkdirSync(process.argv[2], { recursive: true });
  const room = mkdtempSync(join(process.argv[2], 'npm-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(file, join(room, file));
    const npm = spawnSync('npm ci --ignore-scripts --loglevel=error', { cwd: room, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    if (npm.status !== 0) process.exitCode = 1;
    else {
      writeFileSync(join(room, stamp), lock);
      moveIn(room);
    }
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

function moveIn(room) {
  try {
    if (existsSync('node_modules') && !restored()) renameSync('node_modules', join(room, 'old'));
    renameSync(join(room, 'node_modules'), 'node_modules');
  } catch (error) {
    if (!restored()) throw error; // Otherwise the other build was faster, with the same result.
  }
}
