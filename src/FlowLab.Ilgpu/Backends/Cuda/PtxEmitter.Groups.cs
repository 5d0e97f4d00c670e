using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>What threads of a warp or group do together: barriers, fences and shuffles.</summary>
internal sealed partial class PtxEmitter
{
    /// <summary>All lanes take part; those that are done or were never there do not count.</summary>
    private const string AllLanes = "-1";

    private void EmitCooperation(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Barrier when value.Scope == IRScope.Warp:
                _body.Add("bar.warp.sync", AllLanes);
                break;
            case IROpcode.Barrier:
                _body.Add("bar.sync", "0");
                break;
            case IROpcode.Fence:
                _body.Add(value.Scope switch { IRScope.System => "membar.sys", IRScope.Device => "membar.gl", _ => "membar.cta" });
                break;
            case IROpcode.Shuffle:
                EmitShuffle(value);
                break;
            default:
                throw new InvalidOperationException($"PTX has no form of {value}.");
        }
    }

    private void EmitShuffle(IRValue value)
    {
        var source = Register(value.Operands[0]);
        if (value.Operands[2].IsConst && value.Operands[1] is { IsConst: true, Bits: var selector })
            EmitConstantShuffle(value, source, selector, value.Operands[2].Bits);
        else
            EmitShuffle(value, source, "idx", EmitSourceLane(value), Segments(value.Operands[2], isUp: false));
    }

    /// <summary>
    /// The hardware's own modes where they mean the same: it looks at the low five bits of the selector only, and lets the xor mode leave
    /// the part towards lower lanes.
    /// </summary>
    private void EmitConstantShuffle(IRValue value, string source, long selector, long width)
    {
        var isInside = value.Shuffle == ShuffleKind.Index || (selector >= 0 && selector < width);
        var number = (selector & (width - 1)).ToString(CultureInfo.InvariantCulture);
        if (isInside)
            EmitShuffle(value, source, ModeOf(value.Shuffle), number, Segments(value.Operands[2], value.Shuffle == ShuffleKind.Up));
        else
            _values[value] = source;
    }

    private static string ModeOf(ShuffleKind kind) => kind switch
    {
        ShuffleKind.Index => "idx",
        ShuffleKind.Down => "down",
        ShuffleKind.Up => "up",
        _ => "bfly",
    };

    /// <summary>
    /// The lane within the part that the selector means, as a number for the index mode, or the own one if there is none: any selector
    /// keeps its meaning, not only those below 32.
    /// </summary>
    private string EmitSourceLane(IRValue value)
    {
        var selector = Operand(value.Operands[1]);
        if (value.Shuffle == ShuffleKind.Index)
            return selector;
        var width = Register(value.Operands[2]);
        var own = Compute(IRType.Int32, "and.b32", Special("%laneid"), Compute(IRType.Int32, "sub.s32", width, "1"));
        var mnemonic = value.Shuffle switch { ShuffleKind.Down => "add.s32", ShuffleKind.Up => "sub.s32", _ => "xor.b32" };
        var lane = Compute(IRType.Int32, mnemonic, own, selector);
        return Compute(IRType.Int32, "selp.b32", lane, own, Compute(IRType.Bool, "setp.lt.u32", lane, width));
    }

    /// <summary>
    /// Bits 8 to 12 are the bits of a lane's number that stay, 32 - width; bits 0 to 4 are where lanes are clamped: the first of the part
    /// for up, the last one else.
    /// </summary>
    private string Segments(IRValue width, bool isUp)
    {
        var clamp = isUp ? 0 : WarpSize - 1;
        if (width.IsConst)
            return (((WarpSize - width.Bits) << 8) | (long)clamp).ToString(CultureInfo.InvariantCulture);
        var mask = Compute(IRType.Int32, "sub.s32", Moved(IRType.Int32, "32"), _values[width]);
        var shifted = Compute(IRType.Int32, "shl.b32", mask, "8");
        return Compute(IRType.Int32, "or.b32", shifted, clamp.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Lanes exchange 32 bits at a time.</summary>
    private void EmitShuffle(IRValue value, string source, string mode, string lane, string segments)
    {
        var mnemonic = $"shfl.sync.{mode}.b32";
        if (value.Type.SizeInBytes == 4)
        {
            _body.Add(mnemonic, Result(value), source, lane, segments, AllLanes);
            return;
        }

        var (low, high) = (_registers.New(IRType.Int32), _registers.New(IRType.Int32));
        _body.Add("mov.b64", $"{{{low}, {high}}}", source);
        low = Compute(IRType.Int32, mnemonic, low, lane, segments, AllLanes);
        high = Compute(IRType.Int32, mnemonic, high, lane, segments, AllLanes);
        _body.Add("mov.b64", Result(value), $"{{{low}, {high}}}");
    }
}
