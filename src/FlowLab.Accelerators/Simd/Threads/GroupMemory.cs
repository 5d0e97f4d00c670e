using FlowLab.Accelerators.Launches;
using System.Runtime.InteropServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// What the running thread needs for the group that it runs: shared memory, a frame per warp, and the places of threads. It grows to what
/// the largest kernel needs and stays.
/// </summary>
internal sealed unsafe class GroupMemory
{
    private const int Alignment = 64;
    private const int TablesPerThread = 6;

    [ThreadStatic]
    private static GroupMemory? _current;

    private void* _tables;
    private int _tableLength;
    private Index3D _tabledDim;
    private long _frameSize;
    private int[] _points = [];

    ~GroupMemory() => NativeMemory.AlignedFree(_tables);

    internal static GroupMemory Current => _current ??= new();

    /// <summary>The address of the first warp's frame.</summary>
    internal long Frames { get; private set; }

    internal long FrameOf(int warp) => Frames + (warp * _frameSize);

    /// <summary>Where every warp stands: all at the start.</summary>
    internal Span<int> Points(int warps)
    {
        if (_points.Length < warps)
            _points = new int[warps];
        var points = _points.AsSpan(0, warps);
        points.Clear();
        return points;
    }

    /// <summary>The state of the groups of a launch, but for what differs between them.</summary>
    internal GroupState Start(in GroupPlan plan, int lanes, long sharedSize, long frameSize)
    {
        var warps = (plan.GroupDim.Size + lanes - 1) / lanes;
        var dynamicSize = RoundUp(plan.DynamicSharedSize);
        _frameSize = RoundUp(frameSize);
        var shared = ThreadMemory.OfSize(Math.Max(1, sharedSize + dynamicSize + (warps * _frameSize)));
        Frames = shared + sharedSize + dynamicSize;
        PlaceThreads(plan.GroupDim, warps * lanes);
        var state = new GroupState
        {
            GridDimX = plan.GridDim.X, GridDimY = plan.GridDim.Y, GridDimZ = plan.GridDim.Z,
            GroupDimX = plan.GroupDim.X, GroupDimY = plan.GroupDim.Y, GroupDimZ = plan.GroupDim.Z,
            DynamicSharedSize = plan.DynamicSharedSize, Shared = shared, DynamicShared = shared + sharedSize,
            GroupIndexX = Table(0), GroupIndexY = Table(1), GroupIndexZ = Table(2),
            IndexX = Table(3), IndexY = Table(4), IndexZ = Table(5),
        };
        return state;
    }

    /// <summary>The launch indices of the threads of a group that starts at an instance of a plane or a space.</summary>
    internal void PlaceIndices(GroupState* state, in LaunchDimensions dimensions, long first)
    {
        for (var thread = 0; thread < state->Threads; thread++)
        {
            var row = (first + thread) / dimensions.X;
            state->IndexX[thread] = (int)(first + thread - (row * dimensions.X));
            state->IndexY[thread] = (int)(row % dimensions.Y);
            state->IndexZ[thread] = (int)(row / dimensions.Y);
        }
    }

    private static long RoundUp(long size) => (size + Alignment - 1) / Alignment * Alignment;

    private int* Table(int number) => (int*)_tables + (number * (long)_tableLength);

    private void PlaceThreads(Index3D dim, int length)
    {
        if (_tabledDim == dim && _tableLength >= length)
            return;
        if (_tableLength < length)
            Grow(length);
        _tabledDim = dim;
        for (var thread = 0; thread < _tableLength; thread++)
        {
            Table(0)[thread] = thread % dim.X;
            Table(1)[thread] = thread / dim.X % dim.Y;
            Table(2)[thread] = thread / dim.X / dim.Y;
        }
    }

    private void Grow(int length)
    {
        NativeMemory.AlignedFree(_tables);
        _tables = null;
        _tableLength = 0;
        _tables = NativeMemory.AlignedAlloc((nuint)(TablesPerThread * (long)length * sizeof(int)), Alignment);
        _tableLength = length;
    }
}
