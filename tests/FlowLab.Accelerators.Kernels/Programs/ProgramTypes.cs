namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>What random programs know of their types.</summary>
internal static class ProgramTypes
{
    extension(ProgramType type)
    {
        internal bool IsFloat => type is ProgramType.Float or ProgramType.Double;

        internal bool IsUnsigned => type is ProgramType.UInt or ProgramType.ULong;

        internal bool IsWide => type is ProgramType.Long or ProgramType.ULong;

        internal bool IsInteger => type is >= ProgramType.Int and <= ProgramType.ULong;

        internal Type Clr => type switch
        {
            ProgramType.Bool => typeof(bool),
            ProgramType.Int => typeof(int),
            ProgramType.UInt => typeof(uint),
            ProgramType.Long => typeof(long),
            ProgramType.ULong => typeof(ulong),
            ProgramType.Float => typeof(float),
            _ => typeof(double),
        };

        internal string Keyword => type switch
        {
            ProgramType.Bool => "bool",
            ProgramType.Int => "int",
            ProgramType.UInt => "uint",
            ProgramType.Long => "long",
            ProgramType.ULong => "ulong",
            ProgramType.Float => "float",
            _ => "double",
        };
    }
}
