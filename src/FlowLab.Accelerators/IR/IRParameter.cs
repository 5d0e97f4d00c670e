using System.Reflection;

namespace FlowLab.Accelerators.IR;

/// <summary>One scalar that a launcher takes out of the C# arguments and hands to the kernel.</summary>
internal sealed class IRParameter
{
    internal IRParameter(IRParameterKind kind, IRType type, int argument, string argumentName, IReadOnlyList<FieldInfo> path, Type clrType)
    {
        (Kind, Argument, Path, ClrType) = (kind, argument, path, clrType);
        Name = string.Join('.', [argumentName, .. path.Select(NameOf), .. Suffix(kind)]);
        Value = new(IROpcode.Parameter, type) { Parameter = this };
    }

    private IRParameter(IRParameter other)
    {
        (Kind, Argument, Path, ClrType, Name, Slot) = (other.Kind, other.Argument, other.Path, other.ClrType, other.Name, other.Slot);
        Value = new(IROpcode.Parameter, other.Value.Type) { Parameter = this };
    }

    internal IRParameterKind Kind { get; }

    /// <summary>
    /// The number of the C# parameter, from 1; 0 is the launch index. Kernels with and without one count alike. -1 for places.
    /// </summary>
    internal int Argument { get; }

    /// <summary>Where a launch hands it over: the slot of its block of arguments. 0 for what is not an argument.</summary>
    internal int Slot { get; set; }

    /// <summary>The fields that lead from the C# argument to the scalar, or to the <see cref="ArrayView{T}"/> that it is taken from.</summary>
    internal IReadOnlyList<FieldInfo> Path { get; }

    /// <summary>The C# type at the end of the path: float, uint, an enum, ArrayView of float.</summary>
    internal Type ClrType { get; }

    /// <summary>Unique within the kernel: <c>pass.State.Values.ptr</c>, of a place <c>@GroupIndexX</c>.</summary>
    internal string Name { get; }

    internal IRValue Value { get; }

    internal bool IsIndex => Kind is IRParameterKind.IndexX or IRParameterKind.IndexY or IRParameterKind.IndexZ;

    /// <summary>A place in the grid, the group or the warp, or the size of one: made by the launch, not by a C# argument.</summary>
    internal bool IsPlace => Kind is >= IRParameterKind.GridIndexX and <= IRParameterKind.DynamicSharedSize;

    /// <summary>Taken out of a C# argument of the launch.</summary>
    internal bool IsArgument => Kind >= IRParameterKind.Scalar;

    /// <summary>The same parameter with a value of its own, for another kernel.</summary>
    internal IRParameter Copy() => new(this);

    internal static IRParameter OfPlace(IRParameterKind kind)
    {
        var type = kind == IRParameterKind.DynamicSharedSize ? IRType.Int64 : IRType.Int32;
        return new(kind, type, argument: -1, $"@{kind}", [], type == IRType.Int64 ? typeof(long) : typeof(int));
    }

    public override string ToString() => $"{Name}: {Value.Type.Name}";

    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static string[] Suffix(IRParameterKind kind) => kind switch
    {
        IRParameterKind.ViewPointer => ["ptr"],
        IRParameterKind.ViewLength => ["length"],
        _ => [],
    };
}
