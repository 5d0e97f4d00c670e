using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins.Datasets.Points;

namespace FlowLab.Plugins.Datasets.Sets;

/// <summary>Settings of <see cref="Mnist"/>.</summary>
public sealed class MnistSettings
{
    [Description("How intensities become 0 or 1: drawn once (static), anew in each epoch under the seed of the run (dynamic), or not at all (none).")]
    public BinarizationKind Binarization { get; init; } = BinarizationKind.Static;

    [Description("Seed of the static binarization, which also serves the points that are evaluated when training is dynamic.")]
    [Range(0, int.MaxValue)]
    public int BinarizationSeed { get; init; }
}
