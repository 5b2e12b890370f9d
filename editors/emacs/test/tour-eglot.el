;;; tour-eglot.el --- What a person with Emacs and eglot sees of the tour's clan  -*- lexical-binding: t; -*-

;;; Commentary:
;; `cargo xtask test' runs it, with inventory-ls on the PATH and CLAN as the folder of a copy of syntax-tests/tour:
;;   emacs --batch -L .. -L . -l tour-eglot.el

;;; Code:

(setq load-prefer-newer t)
(package-initialize)
(require 'check)
(require 'inventory-ls)
(require 'eglot)
(require 'eldoc)
(require 'project)

;; Debian has neither nix-mode nor nix-ts-mode; of either, only the name counts here.
(define-derived-mode nix-mode prog-mode "Nix"
  (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.nix\\'" . nix-mode))
(add-hook 'nix-mode-hook #'eglot-ensure)

(setq eglot-confirm-server-initiated-edits nil)

(find-file (expand-file-name "clan.nix" (getenv "CLAN")))
;; In batch mode a buffer is in no window, and no command ends, after which eglot starts and changes are told.
(set-window-buffer (selected-window) (current-buffer))
(run-hooks 'post-command-hook)

(defun ask (method &rest params)
  "What the server answers to METHOD about the point, with PARAMS."
  (eglot--signal-textDocument/didChange)
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) params)))

(defun mistakes (expected)
  "Wait until the texts that are marked are EXPECTED."
  ;; Both happen by themselves where someone types.
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (check-mistakes expected))

(check-test "the server starts"
  (check-wait "the server" (eglot-current-server))
  (check-equal (plist-get (eglot--server-info (eglot-current-server)) :name) "inventory-ls"))

(check-test "three mistakes are marked"
  (mistakes '("servr" "\"laptops\"" "all")))

(check-test "the hover of a tag names its machines"
  (check-go "client.tags = [ \"" "backup")
  (let (told)
    (eglot-hover-eldoc-function (lambda (text &rest _) (when text (setq told text))))
    (check-wait "the hover" told)
    (dolist (part '("2 machines" "jon" "sara")) (check-contains told part))))

(check-test "a role is completed"
  (check-go "roles." "servr")
  (let ((table (nth 2 (eglot-completion-at-point))))
    (check-equal (sort (mapcar #'substring-no-properties (all-completions "" table)) #'string<) '("client" "server"))))

(check-test "the definition of a tag is each machine that carries it"
  (check-go "client.tags = [ \"" "backup")
  (check-equal (length (xref-backend-definitions 'eglot "LSP identifier at point.")) 2))

(check-test "the references of a tag are listed"
  (check-go "client.tags = [ \"" "backup")
  (eglot--signal-textDocument/didChange)
  (check-equal (length (xref-backend-references 'eglot "LSP identifier at point.")) 3))

(check-test "a tag is renamed wherever it is named"
  (check-changed
   (check-go "client.tags = [ \"" "backup")
   (eglot-rename "saved")
   (check-equal (how-many "\"saved\"" (point-min)) 3)
   (check-equal (how-many "\"backup\"" (point-min)) 0)))

(check-test "the fix of a mistake mends it"
  (mistakes '("servr" "\"laptops\"" "all"))
  (check-changed
   (check-go "roles." "servr")
   ;; A person is asked which.
   (cl-letf ((last-nonmenu-event ?\r)
             ((symbol-function 'completing-read) (lambda (&rest _) "Change to `server`")))
     (call-interactively #'eglot-code-actions))
   (check-equal (how-many "roles.server.machines.vault" (point-min)) 1)
   (mistakes '("\"laptops\"" "all"))))

(check-test "a tag is followed by its machines"
  (check-go "client.tags = [ \"" "backup")
  (let* ((line (list :start (eglot--pos-to-lsp-position (line-beginning-position))
                     :end (eglot--pos-to-lsp-position (line-end-position))))
         (hint (aref (ask :textDocument/inlayHint :range line) 0))
         (parts (mapcar (lambda (part) (plist-get part :value)) (plist-get hint :label))))
    (check-equal (string-join parts) "jon, sara")))

(check-test "alone, it does what is else left to others"
  (check-equal (and (eglot--server-capable :foldingRangeProvider) t) t))

(check-test "the server ends when it is told to"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (check-wait "the end of the server" (not (jsonrpc-running-p server)))))

(check-finish)
;;; tour-eglot.el ends here
