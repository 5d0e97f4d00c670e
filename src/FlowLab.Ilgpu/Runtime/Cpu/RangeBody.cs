namespace ILGPU.Runtime.CPU;

/// <summary>Runs the kernel for the linear range [from, to) of an index space.</summary>
internal delegate void RangeBody<TArguments>(in TArguments arguments, in LaunchDimensions dimensions, long from, long to)
    where TArguments : struct;
