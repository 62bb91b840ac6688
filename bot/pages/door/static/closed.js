// The key is gone, or was never here: the list goes, too.
import { forget } from './kept.js'

if (window.caches && navigator.serviceWorker) await forget()
