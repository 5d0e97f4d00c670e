namespace FlowLab.Plugins.Datasets.Points;

/// <summary>How intensities become ink and background; <see cref="Images.Binarization"/> has the rule.</summary>
public enum BinarizationKind
{
    /// <summary>Drawn once under a seed of the data: the same pixels in every epoch of every run.</summary>
    Static,

    /// <summary>Training points are drawn anew in each epoch under the seed of the run; evaluated points are the static ones.</summary>
    Dynamic,

    /// <summary>Not at all: points are intensities.</summary>
    None,
}
