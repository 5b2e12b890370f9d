;;; compiles.el --- That the package compiles without a warning  -*- lexical-binding: t; -*-

;;; Commentary:
;; `cargo xtask test' runs it, in an Emacs that knows neither eglot nor lsp-mode:
;;   emacs --batch -Q -L . -l compiles.el

;;; Code:

(require 'bytecomp)
(require 'check)

(defvar output (make-temp-file "inventory-ls" nil ".elc"))

(check-test "the package compiles without a warning"
  (let ((byte-compile-error-on-warn t)
        (byte-compile-dest-file-function (lambda (_) output))
        (folder (file-name-directory load-file-name)))
    (check-equal (byte-compile-file (expand-file-name "../inventory-ls.el" folder)) t)
    (delete-file output)))

(check-finish)
;;; compiles.el ends here
