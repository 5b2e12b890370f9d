;;; check.el --- A few words for tests of what Emacs shows  -*- lexical-binding: t; -*-

;;; Commentary:
;; Each waits for what is to come, and says what it saw when that did not.

;;; Code:

(require 'cl-lib)
(require 'seq)
(require 'flymake)

(defvar check-patience 60 "In seconds: longer than any answer takes, also on a busy machine.")
(defvar check-passed 0)
(defvar check-failed 0)

(defun check--say (format &rest arguments)
  "Print a line: FORMAT with ARGUMENTS."
  (princ (concat (apply #'format format arguments) "\n") #'external-debugging-output))

(defmacro check-test (name &rest body)
  "Run BODY as the test NAME, and print how it went."
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body
              (cl-incf check-passed)
              (check--say "emacs test %s ... ok" ,name))
     (error
      (cl-incf check-failed)
      ;; The rest often fails with it.
      (setq check-patience 5)
      (check--say "emacs test %s ... FAILED\n%s" ,name (error-message-string problem)))))

(defun check-finish ()
  "Print how many tests passed, and end Emacs: with 1 if one failed, or none ran."
  (check--say "emacs: %d passed, %d failed" check-passed check-failed)
  (kill-emacs (if (and (zerop check-failed) (> check-passed 0)) 0 1)))

(defmacro check-wait (what &rest body)
  "Wait until BODY, which is tried again and again, gives something, and give that.
WHAT it is is said if it does not come."
  (declare (indent 1))
  `(let ((end (+ (float-time) check-patience)) found)
     (while (not (setq found (progn ,@body)))
       (when (> (float-time) end) (error "Waited in vain for %s" ,what))
       (accept-process-output nil 0.02))
     found))

(defun check-equal (is expected)
  "Fail unless IS is EXPECTED."
  (unless (equal is expected) (error "Expected %S\n but is %S" expected is)))

(defun check-contains (text part)
  "Fail unless PART is in TEXT."
  (unless (string-search part text) (error "Expected %S\nin: %s" part text)))

(defun check-go (before what)
  "Go to WHAT where it first follows BEFORE on a line."
  (goto-char (point-min))
  (search-forward (concat before what))
  (backward-char (length what)))

(defmacro check-changed (&rest body)
  "Run BODY, then have the text as it was before."
  `(let ((text (buffer-string)))
     (unwind-protect (progn ,@body)
       (erase-buffer)
       (insert text))))

(defun check-mistakes (expected)
  "Wait until the texts that are marked are exactly EXPECTED, in their order."
  (let (shown)
    (condition-case nil
        (check-wait "the mistakes"
          (setq shown (mapcar (lambda (it)
                                (buffer-substring-no-properties (flymake-diagnostic-beg it) (flymake-diagnostic-end it)))
                              (sort (flymake-diagnostics)
                                    (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))
          (equal shown expected))
      (error (check-equal shown expected)))))

(provide 'check)
;;; check.el ends here
