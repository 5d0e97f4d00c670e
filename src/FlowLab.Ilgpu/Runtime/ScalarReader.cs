namespace ILGPU.Runtime;

/// <summary>Writes the bits of scalars among the arguments in their order, as those of IR constants.</summary>
internal delegate void ScalarReader<TArguments>(in TArguments arguments, Span<long> bits)
    where TArguments : struct;
