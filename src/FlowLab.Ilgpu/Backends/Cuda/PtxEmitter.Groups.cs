using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>What threads of a warp or group do together: barriers, fences and shuffles.</summary>
internal sealed partial class PtxEmitter
{
    /// <summary>All lanes take part; those that are done or were never there do not count.</summary>
    private const string AllLanes = "-1";

    /// <summary>The own lane, and the last one of the warp that there is: groups and index spaces do not always fill their last warp.</summary>
    private string _lane = "";
    private string _lastLane = "";

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
            EmitShuffle(value, source, "idx", EmitSourceLane(value), EmitSegments(value.Operands[2]));
    }

    /// <summary>Counts the lanes of the own warp, once per thread of a kernel that shuffles.</summary>
    /// <param name="index">The number of the thread's instance in the index space, or null of a grouped kernel.</param>
    /// <param name="type">The type of the number.</param>
    private void EmitLanes(string? index, IRType type)
    {
        if (!_kernel.Values.Any(value => value.Opcode == IROpcode.Shuffle))
            return;
        _lane = Special("%laneid");
        var (sizeX, sizeY) = (Special("%ntid.x"), Special("%ntid.y"));
        var row = Compute(IRType.Int32, "mad.lo.s32", Special("%tid.z"), sizeY, Special("%tid.y"));
        var thread = Compute(IRType.Int32, "mad.lo.s32", row, sizeX, Special("%tid.x"));
        var threads = Compute(IRType.Int32, "mul.lo.s32", Compute(IRType.Int32, "mul.lo.s32", sizeX, sizeY), Special("%ntid.z"));
        _lastLane = EmitLastLane(threads, thread, IRType.Int32, (WarpSize - 1).ToString(CultureInfo.InvariantCulture));
        if (index is not null)
            _lastLane = EmitLastLane(Load(PtxArgumentKind.Count), index, type, _lastLane);
    }

    /// <summary>The lane of the last of a number of threads, or a limit where that is less.</summary>
    private string EmitLastLane(string count, string number, IRType type, string limit)
    {
        var rest = Compute(type, $"sub.{type.Signed}", count, number);
        var lanes = Compute(type, $"add.{type.Signed}", rest, Resized(_lane, IRType.Int32, type));
        var last = Compute(type, $"sub.{type.Signed}", lanes, "1");
        if (type == IRType.Int64)
            last = Compute(IRType.Int32, "cvt.u32.u64", Compute(type, "min.u64", last, (WarpSize - 1).ToString(CultureInfo.InvariantCulture)));
        return Compute(IRType.Int32, "min.u32", last, limit);
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
        {
            // There is always a lane further down, and the first one of the part is where up is clamped.
            var segments = value.Shuffle == ShuffleKind.Up ? SegmentMask(width).ToString(CultureInfo.InvariantCulture) : EmitSegments(value.Operands[2]);
            EmitShuffle(value, source, ModeOf(value.Shuffle), number, segments);
        }
        else
        {
            _values[value] = source;
        }
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
        var own = EmitOwnLane(value.Operands[2]);
        var mnemonic = value.Shuffle switch { ShuffleKind.Down => "add.s32", ShuffleKind.Up => "sub.s32", _ => "xor.b32" };
        var lane = Compute(IRType.Int32, mnemonic, own, selector);
        return Compute(IRType.Int32, "selp.b32", lane, own, Compute(IRType.Bool, "setp.lt.u32", lane, Operand(value.Operands[2])));
    }

    /// <summary>The own lane within the part.</summary>
    private string EmitOwnLane(IRValue width)
    {
        if (width.IsConst && width.Bits == WarpSize)
            return _lane;
        var last = width.IsConst ? (width.Bits - 1).ToString(CultureInfo.InvariantCulture) : Compute(IRType.Int32, "sub.s32", _values[width], "1");
        return Compute(IRType.Int32, "and.b32", _lane, last);
    }

    /// <summary>In bits 8 to 12 stand the bits of a lane's number that stay.</summary>
    private static long SegmentMask(long width) => (WarpSize - width) << 8;

    /// <summary>In bits 0 to 4 stands, counted within the part, the last lane that may be read.</summary>
    private string EmitSegments(IRValue width)
    {
        if (width.IsConst && width.Bits == WarpSize)
            return _lastLane;
        var (mask, last) = width.IsConst
            ? (SegmentMask(width.Bits).ToString(CultureInfo.InvariantCulture), (width.Bits - 1).ToString(CultureInfo.InvariantCulture))
            : EmitSegmentMask(_values[width]);
        var own = Compute(IRType.Int32, "and.b32", _lane, last);
        var first = Compute(IRType.Int32, "sub.s32", _lane, own);
        var clamp = Compute(IRType.Int32, "min.u32", Compute(IRType.Int32, "sub.s32", _lastLane, first), last);
        return Compute(IRType.Int32, "or.b32", clamp, mask);
    }

    private (string Mask, string Last) EmitSegmentMask(string width)
    {
        var kept = Compute(IRType.Int32, "sub.s32", Moved(IRType.Int32, "32"), width);
        return (Compute(IRType.Int32, "shl.b32", kept, "8"), Compute(IRType.Int32, "sub.s32", width, "1"));
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
