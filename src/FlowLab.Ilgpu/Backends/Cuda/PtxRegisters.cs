using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>The virtual registers of a kernel, numbered from 1 in each class.</summary>
internal sealed class PtxRegisters
{
    private static readonly IRType[] Classes = [IRType.Bool, IRType.Int32, IRType.Int64, IRType.Float32, IRType.Float64];

    private readonly Dictionary<string, int> _counts = [];

    internal string New(IRType type)
    {
        var prefix = type.RegisterPrefix;
        var number = _counts.GetValueOrDefault(prefix) + 1;
        _counts[prefix] = number;
        return $"{prefix}{number}";
    }

    /// <summary>Declarations of all registers in use.</summary>
    internal IEnumerable<string> Declarations() =>
        from type in Classes
        where _counts.ContainsKey(type.RegisterPrefix)
        select $".reg .{type.Register} {type.RegisterPrefix}<{_counts[type.RegisterPrefix] + 1}>;";
}
