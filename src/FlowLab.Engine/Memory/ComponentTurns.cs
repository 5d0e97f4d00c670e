using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace FlowLab.Engine.Memory;

/// <summary>
/// Who has the device: every call of a component is announced here before and after. A watchdog on another thread sees by <see cref="Count"/> whether calls
/// return, and by <see cref="Component"/> whose does not; guard zones are looked at after a call where a culprit is wanted.
/// </summary>
public sealed class ComponentTurns
{
    private const int NamedSegments = 64;

    private static readonly ConditionalWeakTable<Accelerator, ComponentTurns> Known = [];
    private static readonly string[] Segments = [.. Enumerable.Range(0, NamedSegments).Select(NameOf)];

    private readonly DeviceGuards _guards;
    private volatile string _component = "";
    private volatile string _turn = "";
    private long _count;

    private ComponentTurns(Accelerator accelerator) => _guards = DeviceGuards.Of(accelerator);

    /// <summary>Calls that began or returned so far.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>The component that is running, as the manifest names it ("flow[0]", "target", "optimizer"); empty if none is.</summary>
    public string Component => _component;

    /// <summary>What it is doing: "its forward pass".</summary>
    public string Turn => _turn;

    /// <summary>Whether guard zones are looked at after every call.</summary>
    internal bool IsWatching { get; set; }

    /// <summary>Those of a device.</summary>
    public static ComponentTurns Of(Accelerator accelerator) => Known.GetValue(accelerator, static key => new ComponentTurns(key));

    /// <summary>How the manifest names a segment of the flow.</summary>
    public static string SegmentName(int index) => index < NamedSegments ? Segments[index] : NameOf(index);

    /// <summary>A component is called.</summary>
    /// <param name="component">As the manifest names it.</param>
    /// <param name="turn">What it is to do.</param>
    public void Enter(string component, string turn)
    {
        (_turn, _component) = (turn, component);
        Interlocked.Increment(ref _count);
    }

    /// <summary>The component returned.</summary>
    /// <exception cref="FlowLabEngineException">FLE040: it wrote beside a buffer, and is watched.</exception>
    public void Leave()
    {
        string component = _component;
        _component = "";
        Interlocked.Increment(ref _count);
        if (IsWatching && _guards.TakeOverrun() is { } overrun)
            throw DeviceGuards.Fault(component, $"{component} in {_turn}", overrun);
    }

    /// <summary>A component is called by another one, which goes on when the result is disposed.</summary>
    /// <param name="component">As the manifest names it.</param>
    /// <param name="turn">What it is to do.</param>
    internal Inner EnterWithin(string component, string turn)
    {
        var inner = new Inner(this, _component, _turn);
        Enter(component, turn);
        return inner;
    }

    private static string NameOf(int index) => FormattableString.Invariant($"flow[{index}]");

    /// <summary>The turn of a component that another one has called.</summary>
    /// <param name="turns">All turns.</param>
    /// <param name="outer">The component that called; empty if the engine did.</param>
    /// <param name="outerTurn">What that was doing.</param>
    internal readonly struct Inner(ComponentTurns turns, string outer, string outerTurn) : IDisposable
    {
        /// <summary>The component returned.</summary>
        public void Dispose()
        {
            turns.Leave();
            if (outer.Length > 0)
                turns.Enter(outer, outerTurn);
        }
    }
}
