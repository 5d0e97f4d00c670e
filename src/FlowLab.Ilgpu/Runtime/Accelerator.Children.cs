namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    private const int FirstSweepCount = 256;

    private readonly Lock _childrenLock = new();
    private List<WeakReference<AcceleratorObject>> _children = [];
    private int _sweepCount = FirstSweepCount;

    /// <summary>How many streams and buffers of this accelerator are alive.</summary>
    public int NumberChildObjects
    {
        get
        {
            lock (_childrenLock)
                return _children.Count(IsAlive);
        }
    }

    internal void Register(AcceleratorObject child)
    {
        ThrowIfDisposed();
        lock (_childrenLock)
        {
            _children.Add(new(child));
            if (_children.Count >= _sweepCount)
                Sweep();
        }
    }

    private static bool IsAlive(WeakReference<AcceleratorObject> reference) =>
        reference.TryGetTarget(out var child) && !child.IsDisposed;

    private void Sweep()
    {
        _children.RemoveAll(reference => !IsAlive(reference));
        _sweepCount = Math.Max(FirstSweepCount, 2 * _children.Count);
    }

    private void DisposeChildren()
    {
        List<WeakReference<AcceleratorObject>> children;
        lock (_childrenLock)
            (children, _children) = (_children, []);
        foreach (var reference in children)
        {
            if (reference.TryGetTarget(out var child))
                child.Dispose();
        }
    }
}
