//! What the paths and the inputs' addresses in a text lead to.
//!
//! A text is looked through for slashes, without which nothing is a path or an address: large files
//! hardly have any.

mod address;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eval::{FileId, FileKind, FilePosition, normalize};
use inventory::Clan;
use syntax::{AstNode, Parse, SyntaxKind, SyntaxToken, TextRange, TextSize, ast};

use crate::Analysis;
use crate::flake;
use crate::place::string_text;

/// A text that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    /// The path or the address, without quotes.
    pub range: TextRange,
    /// Where it leads.
    pub target: LinkTarget,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A file that is there.
    File(PathBuf),
    /// A page on the web.
    Page(String),
}

/// More links than these are not told.
const MOST: usize = 1_000;

/// The files that stand for a folder, the first that is there.
const OF_FOLDER: [&str; 3] = ["default.nix", "flake.nix", "configuration.nix"];

pub(crate) fn document_links(analysis: &Analysis, file: FileId) -> Option<Vec<DocumentLink>> {
    let parse = analysis.parse(file)?;
    let path = analysis.path(file);
    let clan = analysis.clan(&path).or_else(|| analysis.clan_around(&path))?;
    let context = Context { analysis, clan, folder: path.parent()? };
    let mut links = context.paths(&parse);
    if path.ends_with("flake.nix") {
        links.extend(context.inputs(&parse));
        links.sort_by_key(|link| link.range.start());
    }
    links.truncate(MOST);
    Some(links)
}

/// The link at a place, if that is a path.
pub(crate) fn path_at(analysis: &Analysis, at: FilePosition) -> Option<DocumentLink> {
    let root = analysis.parse(at.file)?.syntax();
    let path = analysis.path(at.file);
    let clan = analysis.clan(&path).or_else(|| analysis.clan_around(&path))?;
    let context = Context { analysis, clan, folder: path.parent()? };
    let mut tokens = root.token_at_offset(at.offset.min(root.text_range().end()));
    tokens.find_map(|token| context.path(&token))
}

struct Context<'a> {
    analysis: &'a Analysis,
    clan: Arc<Clan>,
    /// The folder that paths start from.
    folder: &'a Path,
}

impl Context<'_> {
    fn paths(&self, parse: &Parse) -> Vec<DocumentLink> {
        let (root, text) = (parse.syntax(), parse.text());
        let mut links = Vec::new();
        let mut seen = TextSize::default();
        for (at, _) in text.match_indices('/') {
            let Ok(at) = TextSize::try_from(at) else { break };
            if at < seen || links.len() >= MOST {
                continue;
            }
            let Some(token) = root.token_at_offset(at).right_biased() else { continue };
            seen = token.text_range().end();
            links.extend(self.path(&token));
        }
        links
    }

    fn path(&self, token: &SyntaxToken) -> Option<DocumentLink> {
        let literal = token.parent().filter(|node| node.kind() == SyntaxKind::NODE_PATH_REL)?;
        // What is put together, only evaluation tells.
        if literal.text_range() != token.text_range() {
            return None;
        }
        let target = LinkTarget::File(self.file(token.text())?);
        Some(DocumentLink { range: token.text_range(), target })
    }

    /// The file that a path leads to. Nothing outside of the repository is looked for.
    fn file(&self, written: &str) -> Option<PathBuf> {
        let path = normalize(&self.folder.join(written));
        if !path.starts_with(&self.clan.repository) {
            return None;
        }
        match self.analysis.kind(&path)? {
            FileKind::File => Some(path),
            FileKind::Directory => {
                let files = OF_FOLDER.iter().map(|name| path.join(name)).collect::<Vec<_>>();
                files.into_iter().find(|it| self.analysis.kind(it) == Some(FileKind::File))
            }
            FileKind::Symlink => None,
        }
    }

    /// The addresses of the inputs.
    fn inputs(&self, parse: &Parse) -> Vec<DocumentLink> {
        let root = parse.root().and_then(|root| root.expr());
        let links = root.iter().flat_map(flake::input_urls).filter_map(|url| self.input(&url));
        links.collect()
    }

    fn input(&self, url: &ast::Str) -> Option<DocumentLink> {
        let text = string_text(url).filter(|text| !text.is_empty())?;
        let quote = TextSize::of('"');
        let around = url.syntax().text_range();
        let range = TextRange::at(around.start() + quote, TextSize::of(text.as_str()));
        let target = match address::folder(&text) {
            Some(folder) => LinkTarget::File(self.file(folder)?),
            None => LinkTarget::Page(address::page(&text)?),
        };
        around.contains_range(range).then_some(DocumentLink { range, target })
    }
}
