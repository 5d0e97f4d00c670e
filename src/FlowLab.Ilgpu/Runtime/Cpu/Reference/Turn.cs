namespace ILGPU.Runtime.CPU;

/// <summary>What a thread sleeps on until it is its turn. It never spins: all but one of hundreds of threads wait most of the time.</summary>
internal sealed class Turn
{
    private readonly object _lock = new();
    private bool _isGiven;

    internal void Give()
    {
        lock (_lock)
        {
            _isGiven = true;
            Monitor.Pulse(_lock);
        }
    }

    internal void Await()
    {
        lock (_lock)
        {
            while (!_isGiven)
                Monitor.Wait(_lock);
            _isGiven = false;
        }
    }
}
