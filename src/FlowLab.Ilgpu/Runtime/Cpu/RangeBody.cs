namespace ILGPU.Runtime.CPU;

/// <summary>Runs the kernel for the linear range [from, to) of an index space.</summary>
internal delegate void RangeBody<TIndex, TArguments>(in TArguments arguments, TIndex extent, long from, long to)
    where TIndex : struct
    where TArguments : struct;
