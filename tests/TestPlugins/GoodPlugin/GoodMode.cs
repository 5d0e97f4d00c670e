namespace GoodPlugin;

public enum GoodMode
{
    SlowStart,
    FastStart,
}
