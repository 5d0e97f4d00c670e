namespace FlowLab.Plugins.Datasets.Images;

/// <summary>A part of a dataset: training, validation or test.</summary>
/// <param name="Images">Its points.</param>
/// <param name="Numbers">
/// The number of each point in the whole dataset. It is the address of random numbers that belong to a point, such as those of
/// <see cref="Binarization"/>: a point keeps them, whichever part it is in.
/// </param>
public sealed record DataPart(ImageTable Images, IReadOnlyList<int> Numbers);
