using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Launches a kernel that knows its group as what it means: its C# method, thread by thread. Groups whose threads never wait for each
/// other run one thread after the other, several groups at once; the others run on one real thread per thread of the group.
/// </summary>
internal sealed class ReferenceLauncher<TArguments> : KernelLauncher<TArguments>, IRangeBody, IGroupBody
    where TArguments : struct
{
    private readonly WorkerPool _workers;
    private readonly ThreadTurns? _turns;
    private readonly RangeBody<TArguments> _body;
    private readonly ArgumentCheck<TArguments>? _check;
    private readonly ConcurrentBag<ThreadGroup> _groups = [];
    private readonly int _groupSize;
    private TArguments _arguments;
    private LaunchDimensions _dimensions;

    /// <param name="accelerator">The device.</param>
    /// <param name="entry">The kernel.</param>
    /// <param name="workers">The threads that groups are spread over.</param>
    /// <param name="turns">The threads of a group, for kernels that wait.</param>
    /// <param name="groupSize">Threads in the groups of a kernel with an index.</param>
    internal ReferenceLauncher(Accelerator accelerator, KernelEntry entry, WorkerPool workers, ThreadTurns? turns, int groupSize)
        : base(accelerator)
    {
        (_workers, _turns, _groupSize) = (workers, turns, groupSize);
        _body = RangeBodyEmitter.Emit<TArguments>(entry);
        _check = ArgumentCheckEmitter.Emit<TArguments>(entry);
    }

    public GroupPlan Plan { get; private set; }

    void IGroupBody.Run(long instance) => _body(in _arguments, in _dimensions, instance, instance + 1);

    void IRangeBody.Run(long from, long to)
    {
        if (!_groups.TryTake(out var group))
            group = new(Accelerator.WarpSize, NoTurns.Instance);
        var plan = Plan;
        for (; from < to; from++)
            RunGroup(group, in plan, from);
        _groups.Add(group);
    }

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        _check?.Invoke(in arguments, Accelerator);
        var plan = GroupPlan.Of(in dimensions, _groupSize);
        if (plan.Instances == 0)
            return;
        lock (_workers.LaunchLock)
        {
            (Plan, _dimensions, _arguments) = (plan, dimensions, arguments);
            var error = _turns is null ? _workers.Run(this, 0, plan.Groups) : _turns.Run(this);
            _arguments = default;
            if (error is not null)
                ExceptionDispatchInfo.Throw(error);
        }
    }

    private void RunGroup(ThreadGroup group, in GroupPlan plan, long number)
    {
        group.Start(in plan, number);
        var first = number * plan.GroupDim.Size;
        try
        {
            for (var i = 0; i < group.Count; i++)
            {
                group.ThreadAt(0).Enter(i);
                _body(in _arguments, in _dimensions, first + i, first + i + 1);
            }
        }
        finally
        {
            KernelThread.Leave();
        }
    }
}
