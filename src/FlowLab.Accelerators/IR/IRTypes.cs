namespace FlowLab.Accelerators.IR;

/// <summary>Properties of the scalar types.</summary>
internal static class IRTypes
{
    private static readonly string[] Names = ["void", "bool", "i8", "i16", "i32", "i64", "f32", "f64", "ptr"];
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 4, 8, 8];

    extension(IRType type)
    {
        /// <summary>The name in dumps.</summary>
        internal string Name => Names[(int)type];

        internal int SizeInBytes => Sizes[(int)type];

        internal bool IsFloat => type is IRType.Float32 or IRType.Float64;

        /// <summary>An integer that arithmetic works on.</summary>
        internal bool IsWideInteger => type is IRType.Int32 or IRType.Int64;

        internal bool IsSmallInteger => type is IRType.Int8 or IRType.Int16;

        /// <summary>Takes 64 bits in a register.</summary>
        internal bool Is64Bit => type is IRType.Int64 or IRType.Float64 or IRType.Pointer;

        internal bool IsInteger => type.IsWideInteger || type.IsSmallInteger;
    }
}
