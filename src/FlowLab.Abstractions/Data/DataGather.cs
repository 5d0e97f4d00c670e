using FlowLab.Kernels;

namespace FlowLab.Data;

/// <summary>A request for neighbouring points of a part of a dataset, the same for every seed.</summary>
/// <param name="Subset">The part.</param>
/// <param name="First">The first point, from 0; points past the last one of the part repeat it.</param>
/// <param name="Seeds">How many seeds the samples have room for, R.</param>
/// <param name="Samples">[R, D, B], to be filled with the points First .. First + B - 1.</param>
public readonly record struct DataGather(DataSubset Subset, int First, int Seeds, SampleView Samples);
