# --- a link to a file, where a platform carries none: bot/services/file_links.py ---

file-link-title-own = A file for one person
file-link-lead-own = Press the button to save the file on this device. From then on the link opens on this device alone.
file-link-title-public = A file that came with an answer
file-link-lead-public = Press the button to save the file on this device.
file-link-title-sound = A recording
file-link-lead-sound = Press the green button to listen.
file-link-go = Save the file
file-link-old = This link does not open any more. If you need the file, please ask for it again in your chat.
file-link-taken = This file was saved on another device, so it does not open here. If you need it, please ask for it again in your chat.
