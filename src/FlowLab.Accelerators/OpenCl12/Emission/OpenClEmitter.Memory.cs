using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Loads and stores.</summary>
internal sealed partial class OpenClEmitter
{
    private void EmitMemory(IRValue value)
    {
        if (value.Opcode == IROpcode.Load)
            Assign(value, Load(value.Type, value.Operands[0]));
        else
            _text.Line(Store(value.Operands[1], value.Operands[0]));
    }

    /// <summary>Memory that is not aligned to the type is read in smaller pieces, as vloadn may.</summary>
    private string Load(IRType type, IRValue address)
    {
        var pieces = PiecesOf(type, address);
        return pieces == 1
            ? $"*{Typed(type, address)}"
            : string.Create(CultureInfo.InvariantCulture, $"as_{OpenClTypes.NameOf(type)}(vload{pieces}(0, {Piecewise(type, address, pieces)}))");
    }

    private string Store(IRValue value, IRValue address)
    {
        var (type, text) = (value.Type, _names.Of(value));
        var pieces = PiecesOf(type, address);
        return pieces == 1
            ? $"*{Typed(type, address)} = {text};"
            : string.Create(
                CultureInfo.InvariantCulture, $"vstore{pieces}(as_{PieceOf(type, pieces)}{pieces}({text}), 0, {Piecewise(type, address, pieces)});");
    }

    private int PiecesOf(IRType type, IRValue address) => Math.Max(1, type.SizeInBytes / _pointers.AlignmentOf(address));

    /// <summary>Views are cast from type to type, so that the compiler must not take different types for different memory.</summary>
    private string Typed(IRType type, IRValue address) =>
        $"({OpenClTypes.Qualifier(_pointers.SpaceOf(address))} {MemoryTypeOf(type)}*){Address(address)}";

    private string Piecewise(IRType type, IRValue address, int pieces) =>
        $"({OpenClTypes.Qualifier(_pointers.SpaceOf(address))} {PieceOf(type, pieces)}*){Address(address)}";

    private static string PieceOf(IRType type, int pieces) => (type.SizeInBytes / pieces) switch
    {
        1 => "uchar",
        2 => "ushort",
        _ => "uint",
    };

    private string Address(IRValue address) => address.IsConst ? "0" : _names.Of(address);

    private string MemoryTypeOf(IRType type)
    {
        var name = OpenClTypes.NameOf(type);
        return type == IRType.Int8 ? name : _helpers.Use($"{name}_m", () => $"typedef {name} __attribute__((may_alias)) {name}_m;");
    }
}
