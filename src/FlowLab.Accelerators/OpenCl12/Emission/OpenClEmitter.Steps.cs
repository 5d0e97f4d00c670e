using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Kernels whose threads do not all wait at the same places. A thread runs the blocks in a switch until it has to wait, and says where
/// that is: places are numbered in the order of the blocks. Then all threads of the group meet. Of the threads of a warp those at the
/// lowest number go on, as the lanes of a warp that parted do; a barrier of the group opens when nobody waits for his warp any more.
/// </summary>
internal sealed partial class OpenClEmitter
{
    private readonly Dictionary<IRBlock, int> _places = [];
    private int _nextPlace = 1;

    private void EmitSteps()
    {
        Declare(_kernel.Values);

        // Where a thread is and what it waits for is read from memory each time: some compilers take variables that are assigned constants
        // for equal in all threads, and branches on them for barriers.
        _text.Line("volatile __local int* const places = (volatile __local int*)(exchange + threads);");
        _text.Line("volatile __local int* const waits = places + threads;");
        _text.Line("volatile __local int* const waiting = waits + threads;");
        _text.Line("int step = 0, source = thread, others;");
        _text.Line("ulong given = 0, taken = 0;");
        _text.Line("places[thread] = 0;");
        _text.Line(_kernel.IsGrouped ? "waits[thread] = RUNNING;" : $"waits[thread] = {Outside()} ? FINISHED : RUNNING;");
        _text.Line("if (thread == 0) waiting[0] = 0;");
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
        _text.Open("do");
        EmitRun();
        EmitMeetingPoint();
        _text.Close("} while (others != 0);");
    }

    private void EmitRun()
    {
        _text.Open("while (waits[thread] == RUNNING)");
        _text.Open("switch (places[thread])");
        _text.Label("case 0:;");
        for (var i = 0; i < _kernel.Blocks.Count; i++)
        {
            var block = _kernel.Blocks[i];
            if (block.Predecessors.Any(predecessor => predecessor.Id >= block.Id))
                _text.Label(string.Create(CultureInfo.InvariantCulture, $"case {PlaceOf(block)}:;"));
            EmitBlock(block, _kernel.Blocks.ElementAtOrDefault(i + 1));
        }

        _text.Close();
        _text.Close();
    }

    private int PlaceOf(IRBlock header) => _places.TryGetValue(header, out var place) ? place : _places[header] = _nextPlace++;

    /// <summary>A way back leads through the switch, so that the ways from one wait to the next have no loops with two entries.</summary>
    private void EmitBackEdge(IRBlock header) =>
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"places[thread] = {PlaceOf(header)}; continue;"));

    private void EmitStop(IRValue value)
    {
        if (value.Opcode == IROpcode.Shuffle)
        {
            _text.Line($"given = {ToBits(value.Type, Left(value))};");
            _text.Line($"source = thread - lane + {SourceLane(value, "lane")};");
        }

        var (place, wait) = (_nextPlace++, value.Opcode == IROpcode.Shuffle || value.Scope == IRScope.Warp ? "AT_WARP" : "AT_GROUP");
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"places[thread] = {place}; waits[thread] = {wait}; continue;"));
        _text.Label(string.Create(CultureInfo.InvariantCulture, $"case {place}:;"));
        if (value.Opcode == IROpcode.Shuffle)
            Assign(value, FromBits(value.Type, "taken"));
    }

    private void EmitMeetingPoint()
    {
        _text.Line("const int place = places[thread], wait = waits[thread];");
        _text.Line("exchange[thread] = given;");
        _text.Line("if (wait == AT_WARP) atomic_add(&waiting[step & 1], 65536);");
        _text.Line("if (wait == AT_GROUP) atomic_add(&waiting[step & 1], 1);");
        _text.Line($"barrier({BothMemories});");
        _text.Line("others = waiting[step & 1];");
        _text.Line("int goes = wait == AT_GROUP && others < 65536;");
        _text.Open("if (wait == AT_WARP)");
        _text.Line("goes = 1;");
        _text.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"for (int i = thread - lane; i < thread - lane + {_target.WarpSize} && i < threads; i++) goes &= waits[i] != AT_WARP || places[i] >= place;"));
        _text.Line("taken = source < threads && waits[source] == AT_WARP && places[source] == place ? exchange[source] : given;");
        _text.Close();
        _text.Line("step++;");
        _text.Line("if (thread == 0) waiting[step & 1] = 0;");
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
        _text.Line("if (goes) waits[thread] = RUNNING;");
    }
}
