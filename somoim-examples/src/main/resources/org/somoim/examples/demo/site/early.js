// Before anything is painted, so that nothing flashes: the colours and the language that were chosen last time.
(() => {
  const root = document.documentElement;
  const theme = localStorage.getItem('somoim.theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  const known = localStorage.getItem('somoim.language');
  root.lang = known === 'ko' || known === 'en' ? known : navigator.language.startsWith('ko') ? 'ko' : 'en';
})();
