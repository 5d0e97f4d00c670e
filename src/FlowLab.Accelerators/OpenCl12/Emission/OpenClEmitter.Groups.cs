using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Barriers, fences and shuffles where all threads of a group run the same ones.</summary>
internal sealed partial class OpenClEmitter
{
    private const string BothMemories = "CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE";

    private void EmitMeeting(IRValue value)
    {
        if (value.Opcode == IROpcode.Fence)
            _text.Line($"mem_fence({BothMemories});");
        else if (_plan.IsStepped)
            EmitStop(value);
        else if (value.Opcode == IROpcode.Shuffle)
            EmitShuffle(value);
        else
            _text.Line(_plan.UsesSubGroups && value.Scope == IRScope.Warp ? $"sub_group_barrier({BothMemories});" : $"barrier({BothMemories});");
    }

    private void EmitShuffle(IRValue value)
    {
        if (_plan.UsesSubGroups)
        {
            EmitSubGroupShuffle(value);
            return;
        }

        _text.Line($"exchange[thread] = {ToBits(value.Type, Left(value))};");
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
        var source = string.Create(CultureInfo.InvariantCulture, $"from{value.Id}");
        _text.Line($"const int {source} = thread - lane + {SourceLane(value, "lane")};");
        Assign(value, FromBits(value.Type, $"exchange[{source} < threads ? {source} : thread]"));
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
    }

    private void EmitSubGroupShuffle(IRValue value)
    {
        var function = _target.Shuffles == OpenClShuffles.Intel ? "intel_sub_group_shuffle" : "sub_group_shuffle";
        var source = string.Create(CultureInfo.InvariantCulture, $"from{value.Id}");
        const string own = "(int)get_sub_group_local_id()";
        _text.Line($"const int {source} = {SourceLane(value, own)};");
        Assign(value, $"{function}({Left(value)}, (uint)({source} < (int)get_sub_group_size() ? {source} : {own}))");
    }

    private string SourceLane(IRValue value, string lane)
    {
        var helper = _helpers.Use($"lane_{value.Shuffle.ToString().ToLowerInvariant()}");
        return $"{helper}({lane}, {Right(value)}, {_names.Of(value.Operands[2])})";
    }

    private static string ToBits(IRType type, string value) => type switch
    {
        IRType.Int32 => $"(ulong)(uint){value}",
        IRType.Int64 => $"(ulong){value}",
        IRType.Float32 => $"(ulong)as_uint({value})",
        _ => $"as_ulong({value})",
    };

    private static string FromBits(IRType type, string bits) => type switch
    {
        IRType.Int32 => $"(int){bits}",
        IRType.Int64 => $"(long){bits}",
        IRType.Float32 => $"as_float((uint){bits})",
        _ => $"as_double({bits})",
    };
}
