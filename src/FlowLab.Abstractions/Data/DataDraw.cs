using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Data;

/// <summary>A request for a batch of data points.</summary>
/// <param name="Seeds">[R]: the seeds on the seeds axis; each draws its own points.</param>
/// <param name="Purpose"><see cref="RandomPurpose.TrainingData"/> or <see cref="RandomPurpose.TestData"/>: the two never share points.</param>
/// <param name="Step">The update; the same step gives the same points again.</param>
/// <param name="Samples">[R, D, B], to be filled.</param>
public readonly record struct DataDraw(ArrayView<int> Seeds, RandomPurpose Purpose, long Step, SampleView Samples);
