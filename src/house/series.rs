//! The look of a chart's series, which are told apart by shade and by pattern.

use super::Colour;
use crate::{choice, record};

choice! {
    /// The pattern on the bars of a series.
    pub enum Pattern {
        /// Diagonal lines that rise to the right.
        Up = "up",
        /// Diagonal lines that fall to the right.
        Down = "down",
        /// Dots.
        Dots = "dots",
        /// Horizontal lines.
        Lines = "lines",
    }
}

record! {
    /// The look of a series of a chart.
    pub struct SeriesStyle as "series" {
        /// The colour of the bars.
        pub fill: Colour,
        /// The pattern on the bars.
        pub pattern: Option<Pattern>,
        /// The colour of the pattern; black or white, whichever has more contrast, unless it is given.
        pub ink: Option<Colour>,
    }
}

impl SeriesStyle {
    /// Returns the colour of figures on the bars: black or white, whichever has more contrast.
    pub fn words(&self) -> Colour {
        let [black, white] = [Colour([0; 3]), Colour([255; 3])];
        if self.fill.contrast(black) >= self.fill.contrast(white) { black } else { white }
    }

    /// Returns the colour of the pattern.
    pub fn ink(&self) -> Colour {
        self.ink.unwrap_or_else(|| self.words())
    }
}

impl Default for SeriesStyle {
    fn default() -> Self {
        Self { span: Default::default(), fill: Colour([160; 3]), pattern: None, ink: None }
    }
}
