namespace ILGPU.Util;

/// <summary>An object that is disposed once; further calls do nothing.</summary>
public abstract class DisposeBase : IDisposable
{
    private int _isDisposed;

    public bool IsDisposed => Volatile.Read(ref _isDisposed) != 0;

    public void Dispose()
    {
        DisposeOnce(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the object owns; with <paramref name="disposing"/> false (finalizer) only native memory.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private protected void DisposeOnce(bool disposing)
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            Dispose(disposing);
    }
}
