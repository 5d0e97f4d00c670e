using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.UserFiles;

/// <summary>Settings of <see cref="NumpyFile"/>.</summary>
public sealed class NumpyFileSettings
{
    [Description("The file, .npy, .npz or IDX: an absolute path, or one below the data folder.")]
    public required string Path { get; init; }

    [Description("Name of the array in an .npz file; may be left out if it is the only one.")]
    public string Array { get; init; } = "";

    [Description("Where the channels are in an array of four axes: [N, C, H, W] (first) or [N, H, W, C] (last).")]
    public ChannelOrder Channels { get; init; } = ChannelOrder.First;

    [Description("How intensities become 0 or 1: not at all (none), drawn once (static), or anew in each epoch under the seed of the run (dynamic).")]
    public BinarizationKind Binarization { get; init; } = BinarizationKind.None;

    [Description("Seed of the static binarization, which also serves the points that are evaluated when training is dynamic.")]
    [Range(0, int.MaxValue)]
    public int BinarizationSeed { get; init; }

    [Description("Which points are for validation and test, a tenth each: random ones (shuffled), or the last ones (in-order), for series.")]
    public SplitRule Split { get; init; } = SplitRule.Shuffled;

    [Description("Seed of the shuffled split."), Range(0, int.MaxValue)]
    public int SplitSeed { get; init; }
}
