namespace ILGPU.Backends.Cpu;

/// <summary>Runs the instances x up to end of the row (y, z).</summary>
internal delegate void SimdBody<TArguments>(in TArguments arguments, long x, long end, int y, int z)
    where TArguments : struct;
