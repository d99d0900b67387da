import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Loaded before a program: no file can have a second name, as on some disks. */
Object.assign(fs, { link: () => Promise.reject(new Error('no links here')) });

syncBuiltinESMExports();
