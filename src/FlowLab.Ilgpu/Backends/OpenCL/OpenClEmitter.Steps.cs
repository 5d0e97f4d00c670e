using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.OpenCL;

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
        _text.Line("__local int* const stops = (__local int*)(exchange + threads);");
        _text.Line("__local int* const waiting = stops + threads;");
        _text.Line("int step = 0, place = 0, source = thread, others;");
        _text.Line("ulong given = 0, taken = 0;");
        _text.Line("if (thread == 0) waiting[0] = 0;");
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
        _text.Open("do");
        EmitRun();
        EmitMeetingPoint();
        _text.Close("} while (others != 0);");
    }

    private void EmitRun()
    {
        _text.Open("while (wait == RUNNING)");
        _text.Open("switch (place)");
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
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"place = {PlaceOf(header)}; continue;"));

    private void EmitStop(IRValue value)
    {
        if (value.Opcode == IROpcode.Shuffle)
        {
            _text.Line($"given = {ToBits(value.Type, Left(value))};");
            _text.Line($"source = thread - lane + {SourceLane(value, "lane")};");
        }

        var (place, wait) = (_nextPlace++, value.Opcode == IROpcode.Shuffle || value.Scope == IRScope.Warp ? "AT_WARP" : "AT_GROUP");
        _text.Line(string.Create(CultureInfo.InvariantCulture, $"place = {place}; wait = {wait}; continue;"));
        _text.Label(string.Create(CultureInfo.InvariantCulture, $"case {place}:;"));
        if (value.Opcode == IROpcode.Shuffle)
            Assign(value, FromBits(value.Type, "taken"));
    }

    private void EmitMeetingPoint()
    {
        _text.Line("exchange[thread] = given;");
        _text.Line("stops[thread] = wait == AT_WARP ? place : 2147483647;");
        _text.Line("if (wait == AT_WARP) atomic_add(&waiting[step & 1], 65536);");
        _text.Line("if (wait == AT_GROUP) atomic_add(&waiting[step & 1], 1);");
        _text.Line($"barrier({BothMemories});");
        _text.Line("others = waiting[step & 1];");
        _text.Open("if (wait == AT_WARP)");
        _text.Line("int first = place;");
        _text.Line(string.Create(
            CultureInfo.InvariantCulture, $"for (int i = thread - lane; i < thread - lane + {_target.WarpSize} && i < threads; i++) first = min(first, stops[i]);"));
        _text.Line("if (first == place)");
        _text.Open();
        _text.Line("taken = source < threads && stops[source] == place ? exchange[source] : given;");
        _text.Line("wait = RUNNING;");
        _text.Close();
        _text.Close();
        _text.Line("else if (wait == AT_GROUP && others < 65536) wait = RUNNING;");
        _text.Line("step++;");
        _text.Line("if (thread == 0) waiting[step & 1] = 0;");
        _text.Line("barrier(CLK_LOCAL_MEM_FENCE);");
    }
}
