//! Writes the files of a finished document, or only checks it with its writers.

use super::Output;
use super::guard::guarded;
use super::make::ReadyDocument;
use super::names;
use super::picture_memory::PictureMemory;
use super::run::Run;
use crate::diagnostic::{Diagnostics, SourceResult};
use crate::writer::{Job, Writer, pdf};

impl Run<'_> {
    /// Returns the files of a document in all formats of the request, and the messages of the writers. A document with errors has
    /// no files, and if one writer refuses a document, there are no files of the other writers either.
    pub fn write(&self, ready: &ReadyDocument) -> (Vec<Output>, Diagnostics) {
        if ready.blocked {
            let mut messages = self.check(ready);
            self.levels.apply(&mut messages);
            return (Vec::new(), messages);
        }
        let (mut outputs, mut messages) = (Vec::new(), Diagnostics::new());
        let memory = PictureMemory::take(&ready.document);
        let job = self.job(ready);
        for writer in &self.request.writers {
            let name = names::of_file(&ready.name, writer);
            let written: SourceResult<_> = guarded(&name, || (writer.write)(&job)).unwrap_or_else(|fault| Err(vec![fault]));
            match written {
                Ok(written) => {
                    messages.extend(written.warnings);
                    outputs.push(Output { name, bytes: written.bytes.into(), pages: written.pages });
                }
                Err(faults) => messages.extend(faults),
            }
        }
        drop(job);
        // pictures are large: they go before the next ones come
        pdf::age_caches(if memory.is_large() { 0 } else { self.request.threads });
        drop(memory);
        self.levels.apply(&mut messages);
        if messages.has_errors() {
            outputs.clear();
        }
        (outputs, messages)
    }

    /// Returns the messages of the writers of the request at their own levels, without writing files.
    pub fn check(&self, ready: &ReadyDocument) -> Diagnostics {
        let memory = PictureMemory::take(&ready.document);
        let job = self.job(ready);
        let check = |writer: &&'static Writer| {
            let name = names::of_file(&ready.name, writer);
            guarded(&name, || (writer.check)(&job)).unwrap_or_else(|fault| vec![fault])
        };
        let mut messages = Diagnostics::new();
        messages.extend(self.request.writers.iter().flat_map(check));
        drop(job);
        if memory.is_large() {
            pdf::age_caches(0);
        }
        messages
    }

    fn job<'j>(&'j self, ready: &'j ReadyDocument) -> Job<'j> {
        let (assets, fonts) = (&self.services.assets, &self.services.fonts);
        Job::new(&ready.document, &ready.house, assets, self.sources, fonts).with_word_template(ready.word_template.as_ref())
    }
}
