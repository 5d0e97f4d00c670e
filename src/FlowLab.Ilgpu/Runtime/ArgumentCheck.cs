namespace ILGPU.Runtime;

/// <summary>Checks that every view among the arguments is alive and belongs to the accelerator.</summary>
internal delegate void ArgumentCheck<TArguments>(in TArguments arguments, Accelerator accelerator)
    where TArguments : struct;
