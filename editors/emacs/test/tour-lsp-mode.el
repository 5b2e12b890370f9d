;;; tour-lsp-mode.el --- What a person with lsp-mode sees, with a server for Nix beside  -*- lexical-binding: t; -*-

;;; Commentary:
;; `cargo xtask test' runs it, with inventory-ls and python3 on the PATH and CLAN as the folder of a copy of
;; syntax-tests/tour:
;;   emacs --batch -L .. -L . -l tour-lsp-mode.el

;;; Code:

(setq load-prefer-newer t)
(package-initialize)
(require 'check)
(require 'inventory-ls)
(require 'lsp-mode)

(define-derived-mode nix-mode prog-mode "Nix"
  (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.nix\\'" . nix-mode))

;; In the place of the servers for Nix that lsp-mode knows.
(defconst stub (expand-file-name "../../test-support/stub_server.py" (file-name-directory load-file-name)))
(setq lsp-client-packages nil
      lsp-auto-guess-root t
      lsp-keep-workspace-alive nil
      lsp-enable-file-watchers nil
      lsp-enable-snippet nil
      lsp-completion-provider :none
      lsp-diagnostics-provider :flymake)
(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () (list "python3" stub)))
  :major-modes '(nix-mode)
  :server-id 'stub))

(defun servers ()
  "The servers that serve this buffer, by name."
  (sort (mapcar (lambda (it) (symbol-name (lsp--client-server-id (lsp--workspace-client it)))) (lsp-workspaces))
        #'string<))

(defun tellers (method)
  "Who says something to METHOD about the point."
  (seq-filter (lambda (name)
                (let* ((workspace (seq-find (lambda (it) (eq (lsp--client-server-id (lsp--workspace-client it)) (intern name)))
                                            (lsp-workspaces)))
                       (answer (with-lsp-workspace workspace
                                 (lsp-request method (lsp--text-document-position-params)))))
                  (and answer (not (equal answer [])))))
              (servers)))

(find-file (expand-file-name "clan.nix" (getenv "CLAN")))
(set-window-buffer (selected-window) (current-buffer))
(lsp)

(check-test "both servers start for one buffer"
  (check-wait "both servers"
    (and (equal (servers) '("inventory-ls" "stub"))
         (seq-every-p (lambda (it) (eq (lsp--workspace-status it) 'initialized)) (lsp-workspaces)))))

(check-test "three mistakes are marked, each once"
  (check-wait "the mistakes"
    (= (length (gethash (lsp--fix-path-casing (buffer-file-name)) (lsp-diagnostics t))) 3)))

(check-test "a tag is told of by one, and followed by one"
  (check-go "client.tags = [ \"" "backup")
  (dolist (method '("textDocument/hover" "textDocument/definition" "textDocument/documentHighlight"))
    (check-equal (tellers method) '("inventory-ls"))))

(check-test "a role is completed"
  (check-go "roles." "servr")
  (let ((table (nth 2 (lsp-completion-at-point))))
    (check-equal (sort (mapcar #'substring-no-properties (all-completions "" table)) #'string<) '("client" "server"))))

(check-finish)
;;; tour-lsp-mode.el ends here
