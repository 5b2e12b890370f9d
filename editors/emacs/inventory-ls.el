;;; inventory-ls.el --- Language server for Clan inventories  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Tells eglot and lsp-mode about inventory-ls, the language server for Clan inventories in Nix:
;;
;;   (require 'inventory-ls)
;;   (add-hook 'nix-mode-hook #'eglot-ensure)   ; or #'lsp-deferred
;;
;; Under lsp-mode it runs beside nil or nixd.  Eglot runs one server for a buffer, which is this one: it then does what
;; it else leaves to those two.  To have several under eglot, see `inventory-ls-command'.

;;; Code:

(defgroup inventory-ls nil
  "Language server for Clan inventories."
  :group 'tools)

(defcustom inventory-ls-command '("inventory-ls")
  "The program and its arguments.
Under eglot, which runs one server for a buffer, a multiplexer may stand here:
\(\"rass\" \"--\" \"inventory-ls\" \"--\" \"nil\") is both, with the program
rass from the Python package rassumfrassum."
  :type '(repeat string))

(defcustom inventory-ls-modes '(nix-mode nix-ts-mode)
  "The modes whose buffers are served."
  :type '(repeat symbol))

(defcustom inventory-ls-settings nil
  "What the server is told to do otherwise, as a property list.
For example (:diagnostics (:unknown-tag \"off\")).  What can be set is told in
the project's README; all of it can also stand in `inventory-ls.toml' at the
root of the clan, which counts less."
  :type 'plist)

(defun inventory-ls--alone-p ()
  "Is no other server for Nix run by `inventory-ls-command'?"
  (not (member "--" inventory-ls-command)))

(defun inventory-ls--eglot-contact (&rest _)
  "What eglot starts, and what that is told."
  (let ((alone (and (inventory-ls--alone-p) '(:preset "standalone"))))
    `(,@inventory-ls-command :initializationOptions (,@inventory-ls-settings ,@alone))))

(defvar eglot-server-programs)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons inventory-ls-modes #'inventory-ls--eglot-contact)))

(declare-function lsp-register-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(defvar lsp-language-id-configuration)

(with-eval-after-load 'lsp-mode
  (dolist (mode inventory-ls-modes)
    (add-to-list 'lsp-language-id-configuration (cons mode "nix")))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () inventory-ls-command))
    :major-modes inventory-ls-modes
    :server-id 'inventory-ls
    :add-on? t
    :initialization-options (lambda () inventory-ls-settings))))

(provide 'inventory-ls)
;;; inventory-ls.el ends here
