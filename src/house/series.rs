//! How the series of a chart are told apart: by shade, and by pattern.

use super::Colour;
use crate::{choice, record};

choice! {
    /// What is drawn on the bars of a series.
    pub enum Pattern {
        /// Lines that go up.
        Up = "up",
        /// Lines that go down.
        Down = "down",
        /// Dots.
        Dots = "dots",
        /// Level lines.
        Lines = "lines",
    }
}

record! {
    /// The look of a series of a chart.
    pub struct SeriesStyle as "series" {
        /// The colour of its bars.
        pub fill: Colour,
        /// What is drawn on them.
        pub pattern: Option<Pattern>,
        /// In which colour.
        pub ink: Option<Colour>,
    }
}

impl SeriesStyle {
    /// The colour of figures on its bars: black or white, whichever is read more easily.
    pub fn words(&self) -> Colour {
        let [black, white] = [Colour([0; 3]), Colour([255; 3])];
        if self.fill.contrast(black) >= self.fill.contrast(white) { black } else { white }
    }

    /// The colour of its pattern.
    pub fn ink(&self) -> Colour {
        self.ink.unwrap_or_else(|| self.words())
    }
}

impl Default for SeriesStyle {
    fn default() -> Self {
        Self { span: Default::default(), fill: Colour([160; 3]), pattern: None, ink: None }
    }
}
